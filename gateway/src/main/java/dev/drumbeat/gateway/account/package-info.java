/** A person's own account: where they are signed in. */
@NullMarked
package dev.drumbeat.gateway.account;

import org.jspecify.annotations.NullMarked;
