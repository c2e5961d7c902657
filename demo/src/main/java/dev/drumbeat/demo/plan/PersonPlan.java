package dev.drumbeat.demo.plan;

/**
 * A person to add, all of them invented.
 *
 * @param slug the person's own address part
 * @param email the sign-in name, in a domain reserved for examples
 */
public record PersonPlan(String slug, String displayName, String email) {}
