/** The public API as a program of its users sees it: sign-in by form, GraphQL, CSV import. */
@NullMarked
package dev.drumbeat.demo.api;

import org.jspecify.annotations.NullMarked;
