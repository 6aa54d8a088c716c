package org.gongkai.form;

import org.jspecify.annotations.Nullable;

/**
 * How much was published through a channel.
 *
 * @param channel code of the channel; null for the stated total over all channels
 * @param unit what is counted; counts of different units are never added
 * @param count how many, or blank
 * @param approximate whether the report says about how many (余, 约, 万)
 * @param name the account or paper, where a report names several of one channel; or null
 * @param remark what stands beside the number; or null
 */
public record PublicationCount(
    @Nullable String channel,
    String unit,
    Figure count,
    boolean approximate,
    @Nullable String name,
    @Nullable String remark) {}
