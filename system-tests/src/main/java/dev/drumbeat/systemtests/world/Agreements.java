package dev.drumbeat.systemtests.world;

import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.util.List;
import java.util.Map;

/**
 * What deliveries of a partnership pay.
 *
 * @param amount paid for good ones and kept for bad ones, in euros
 */
public record Agreements(Api api, Partnership partnership, String amount) {
    /** One that both leaders signed, and its statement of last month, which waits to be signed; answers the agreement's slug. */
    public String signed(String displayName) {
        SignedTerms agreement = SignedTerms.of(api, partnership, terms(displayName), displayName + " pays");
        as(Seat.OWNER_OPS)
                .change(
                        "proposeStatement",
                        "statement { id }",
                        Map.of("agreement", agreement.id(), "period", Partnership.month(1)));
        return agreement.slug();
    }

    /** One that only its own side sees. */
    public void draft(String displayName) {
        as(Seat.OWNER_OPS)
                .change(
                        "saveAgreementDraft",
                        "agreement { id }",
                        Map.of("partnership", partnership.slug(), "terms", terms(displayName)));
    }

    private Setup as(Seat seat) {
        return new Setup(partnership.signIn(api, seat));
    }

    private Map<String, Object> terms(String displayName) {
        List<Map<String, String>> tiers = List.of(
                Map.of("upper", "85", "amount", "-" + amount),
                Map.of("lower", "85", "upper", "90", "amount", "0"),
                Map.of("lower", "90", "amount", amount));
        return Map.of(
                "displayName",
                displayName,
                "currency",
                "EUR",
                "settlementFrequency",
                "MONTHLY",
                "firstPeriod",
                Partnership.month(1),
                "graceDays",
                3,
                "cap",
                amount,
                "floor",
                "-" + amount,
                "remarks",
                displayName + " in words",
                "rules",
                List.of(Map.of(
                        "displayName",
                        displayName + " for deliveries",
                        "tiered",
                        Map.of("kpi", Partnership.GOAL, "edge", "LOWER_INCLUDED", "tiers", tiers))));
    }
}
