package org.gongkai.platform;

import java.time.Duration;

/** How far clocks may be apart before what they would date is refused. */
public record ClockLimit(Duration maxSkew) {}
