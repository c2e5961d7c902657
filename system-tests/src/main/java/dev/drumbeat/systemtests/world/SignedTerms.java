package dev.drumbeat.systemtests.world;

import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.util.List;
import java.util.Map;

/**
 * An agreement that the owner's OPS proposed and a leader of each side signed.
 *
 * @param id as the API names it
 */
public record SignedTerms(String id, String slug) {
    public static SignedTerms of(Api api, Partnership partnership, Map<String, Object> terms, String reason) {
        Caller ops = partnership.signIn(api, Seat.OWNER_OPS);
        JsonObject draft = change(
                        ops,
                        "saveAgreementDraft",
                        "agreement { id slug }",
                        Map.of("partnership", partnership.slug(), "terms", terms))
                .getAsJsonObject("agreement");
        String id = draft.get("id").getAsString();
        JsonObject version = change(
                        ops,
                        "proposeAgreement",
                        "agreement { versions { version digest } }",
                        Map.of("agreement", id, "reason", reason))
                .getAsJsonObject("agreement")
                .getAsJsonArray("versions")
                .get(0)
                .getAsJsonObject();
        for (Seat leader : List.of(Seat.OWNER_LEADER, Seat.PARTNER_LEADER)) {
            change(
                    partnership.signIn(api, leader),
                    "signAgreement",
                    "agreement { id }",
                    Map.of(
                            "agreement",
                            id,
                            "version",
                            version.get("version").getAsInt(),
                            "digest",
                            version.get("digest").getAsString(),
                            "password",
                            Partnership.PASSWORD));
        }
        return new SignedTerms(id, draft.get("slug").getAsString());
    }

    /**
     * Months from the last but one on are paid by on-time delivery, and stated as soon as they end.
     *
     * @param threshold 500 from it on, nothing below
     */
    public static Map<String, Object> deliveryBonus(String threshold) {
        return Map.of(
                "displayName",
                "Delivery bonus",
                "currency",
                "EUR",
                "settlementFrequency",
                "MONTHLY",
                "firstPeriod",
                Partnership.month(2),
                "graceDays",
                0,
                "rules",
                List.of(Map.of(
                        "ruleId",
                        "delivery",
                        "displayName",
                        "On-time delivery",
                        "tiered",
                        Map.of(
                                "kpi",
                                Partnership.GOAL,
                                "edge",
                                "LOWER_INCLUDED",
                                "tiers",
                                List.of(
                                        Map.of("upper", threshold, "amount", "0"),
                                        Map.of("lower", threshold, "amount", "500"))))));
    }

    private static JsonObject change(Caller caller, String mutation, String selection, Map<String, Object> input) {
        return new Setup(caller).change(mutation, selection, input);
    }
}
