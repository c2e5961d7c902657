/** What somebody may learn who is not part of a partnership: nothing. */
@NullMarked
package dev.drumbeat.systemtests.strangers;

import org.jspecify.annotations.NullMarked;
