/**
 * Stored reports follow the registry and each other.
 *
 * <p>When an organ is corrected in the registry or exempted, its reports move to the region where
 * it was in the report year, in the same transaction ({@code RegistryFollower}). When the registry
 * says something else of an organ, or a report comes or goes that others are compared with, the
 * reports concerned are judged again afterwards, some at a time ({@code RegistryRecheck}).
 *
 * <p>Others use {@code ReportsMoved}, the event that they observe.
 */
@NullMarked
package org.gongkai.upkeep;

import org.jspecify.annotations.NullMarked;
