/** What every service takes from the platform, seen through a real server and a real store. */
@org.jspecify.annotations.NullMarked
package dev.drumbeat.testkit;
