/**
 * Signed identities: short-lived ES256 tokens that name who asks. Free of any container, so that the gateway mints with the
 * same code with which the services verify.
 *
 * <p>Each process signs with a key of its own. A verifier trusts a directory of public keys, one or more per issuer, named
 * {@code <issuer>.jwk} or {@code <issuer>.<anything>.jwk}. Only the gateway may speak for people and tokens; a service may
 * speak only for itself.
 */
@NullMarked
package dev.drumbeat.platform.identity;

import org.jspecify.annotations.NullMarked;
