@org.jspecify.annotations.NullMarked
package dev.drumbeat.partners.storage;
