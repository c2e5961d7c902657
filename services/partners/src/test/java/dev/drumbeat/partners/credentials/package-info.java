@org.jspecify.annotations.NullMarked
package dev.drumbeat.partners.credentials;
