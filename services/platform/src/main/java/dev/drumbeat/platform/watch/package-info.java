/**
 * Tells watchers what changed, whoever changed it and on whichever replica. It looks at an index of changes a few times a second,
 * because not every store can push; a change of this process is looked at once.
 */
@NullMarked
package dev.drumbeat.platform.watch;

import org.jspecify.annotations.NullMarked;
