/**
 * What the service is worth on a machine, measured from outside.
 *
 * <p>One run makes a nation, loads it through the service's own bulk path, checks every sum against
 * its own, and then measures the service beside what it is made of: filing beside a plain function
 * and the same statements by {@code pgbench}, rollups beside the plain {@code GROUP BY} over the
 * figures. What is compared alternates in <em>rounds</em>, and the median of the rounds counts, so
 * that a busy moment of the machine falls on both. The same is done at a tenth of the size, for a
 * rollup must cost the same whatever the number of reports.
 *
 * <p>The service is the packaged one in a process of its own, with the durability that it has
 * everywhere. Nothing of its classes is used here: what is measured is what a caller gets.
 */
package org.gongkai.benchmark;
