/** Passwords and secrets, as cryptography has them. */
@NullMarked
package dev.drumbeat.partners.credentials;

import org.jspecify.annotations.NullMarked;
