/**
 * Regions and organs, with validity in time.
 *
 * <p>A <em>region</em> is a node of the administrative tree: nation, province, city, district,
 * township. An <em>organ</em> is a body that reports; it belongs to one region at a time, and what
 * it is called and where it belongs are its <em>versions</em>, each valid from a day until another.
 * A report belongs to where its organ was in the report year, so nothing here is overwritten that a
 * past year needs: a rename or a move starts a version, a closure ends one and may name the
 * successor that the organ was merged into.
 *
 * <p>China's regions down to district level are there from the start. The tree never changes its
 * shape under organs, so that sums along it stay sums of the same things. The port {@link
 * org.gongkai.registry.Jurisdiction} decides who may register where; rooms that depend on where
 * organs are observe {@link org.gongkai.registry.OrgansChanged}.
 *
 * <p>What statements of other rooms ask of organs and regions are texts of {@link
 * org.gongkai.registry.OrganSql} and {@link org.gongkai.registry.RegionSql}.
 *
 * <p>Others use {@code Registry}, {@code Region}, {@code RegionLevel}, {@code OrganKind}, {@code
 * OrganInYear}, {@code OrganSql}, {@code RegionSql}, {@code Jurisdiction} and the events {@code
 * OrgansChanged} and {@code RegionsChanged}.
 */
@NullMarked
package org.gongkai.registry;

import org.jspecify.annotations.NullMarked;
