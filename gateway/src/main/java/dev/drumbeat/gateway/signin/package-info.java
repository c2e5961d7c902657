/** Sign-in, sessions, ingestion tokens, and what keeps other sites from using them. */
@NullMarked
package dev.drumbeat.gateway.signin;

import org.jspecify.annotations.NullMarked;
