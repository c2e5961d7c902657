package dev.drumbeat.platform.domain;

import java.time.ZoneId;

/**
 * What every service needs to know about a partnership to judge its periods.
 *
 * @param name {@code partnerships/{partnership}}
 * @param ownerCompany the owner's display name
 * @param partnerCompany the partner's display name
 * @param timeZone in which periods begin and end and days are counted
 * @param currency ISO 4217
 */
public record PartnershipFacts(
        String name,
        String displayName,
        String ownerCompany,
        String partnerCompany,
        ZoneId timeZone,
        String currency) {}
