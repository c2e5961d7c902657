/** Inviting people, and other ways to a password. */
@NullMarked
package dev.drumbeat.gateway.invitations;

import org.jspecify.annotations.NullMarked;
