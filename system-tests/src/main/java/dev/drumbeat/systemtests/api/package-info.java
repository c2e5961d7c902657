/** The gateway as a program sees it: sign-in, GraphQL, CSV, live events. */
@NullMarked
package dev.drumbeat.systemtests.api;

import org.jspecify.annotations.NullMarked;
