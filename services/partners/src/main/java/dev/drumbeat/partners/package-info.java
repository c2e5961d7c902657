/**
 * The directory of the house: companies, people, partnerships, who is what on them, sign-in and tokens. This package is the
 * domain, pure Java; {@code storage}, {@code grpc}, {@code credentials} and {@code process} are its edges.
 */
@NullMarked
package dev.drumbeat.partners;

import org.jspecify.annotations.NullMarked;
