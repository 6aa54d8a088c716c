/** Technical glue that knows no feature. */
package org.gongkai.platform;
