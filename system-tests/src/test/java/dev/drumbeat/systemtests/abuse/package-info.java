/** What a page never sends and a stranger might: every abuse is refused, says why, and changes nothing. */
@NullMarked
package dev.drumbeat.systemtests.abuse;

import org.jspecify.annotations.NullMarked;
