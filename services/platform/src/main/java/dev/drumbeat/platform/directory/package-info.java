/** How a service learns who a caller is: from the partners service, remembered for a moment. */
@NullMarked
package dev.drumbeat.platform.directory;

import org.jspecify.annotations.NullMarked;
