/** For tests only: services are tested through a real server and a real wire, with only time, people and keys made up. */
@NullMarked
package dev.drumbeat.testkit;

import org.jspecify.annotations.NullMarked;
