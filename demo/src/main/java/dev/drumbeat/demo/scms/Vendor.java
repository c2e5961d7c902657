package dev.drumbeat.demo.scms;

import java.time.ZoneId;

/**
 * A vendor of the delivery history.
 *
 * @param slug how the extract and the page's address call it
 * @param displayName how people call it
 * @param sourceName how the published data call it
 * @param timeZone where its people work; our guess from its seat
 */
public record Vendor(String slug, String displayName, String sourceName, ZoneId timeZone) {}
