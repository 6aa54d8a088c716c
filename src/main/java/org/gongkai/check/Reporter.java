package org.gongkai.check;

import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;

/**
 * What the registry says of the organ that a report is of, in the report year.
 *
 * @param level of the region that it belongs to, which is not its kind
 */
public record Reporter(String name, OrganKind kind, RegionLevel level) {}
