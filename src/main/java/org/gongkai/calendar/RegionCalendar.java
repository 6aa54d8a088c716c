package org.gongkai.calendar;

/** The last days that are in force in a region: for the reports of organs and of governments. */
record RegionCalendar(DueDate organ, DueDate government) {}
