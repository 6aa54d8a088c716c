/**
 * What a correction changed, cell by cell, in publications and in texts, and in words.
 *
 * <p>It compares two contents and knows neither reports nor revisions.
 */
package org.gongkai.difference;
