package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ingestion tokens: an administrator makes and revokes them; who holds the secret records figures on one partnership. */
public final class IngestionTokens {
    /** Makes a leaked secret recognisable as one of ours. */
    private static final String PREFIX = "dbt_";

    private static final int KPIS_MAX = 100;
    private static final int SECRET_MAX_LENGTH = 300;
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final TokenStore store;
    private final PartnershipStore partnerships;
    private final PartnershipDirectory directory;
    private final CallerDirectory callers;
    private final TokenSecrets secrets;
    private final Clock clock;

    /** @param partnership {@code partnerships/{partnership}} */
    public record Wish(String partnership, String displayName, Side side, List<String> recordableKpis) {}

    /** A token just made; the secret is told this once. */
    public record Made(IngestionToken token, String secret) {
        @Override
        public String toString() {
            return "Made[" + token.name() + "]";
        }
    }

    public IngestionTokens(
            TokenStore store,
            PartnershipStore partnerships,
            PartnershipDirectory directory,
            CallerDirectory callers,
            TokenSecrets secrets,
            Clock clock) {
        this.store = store;
        this.partnerships = partnerships;
        this.directory = directory;
        this.callers = callers;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Made create(Caller caller, Request request, Wish wish) {
        Scope scope = scope(caller, wish.partnership());
        Validation validation = new Validation();
        String displayName = validation.line("display_name", wish.displayName(), 2, 120);
        checkKpis(validation, scope, wish.recordableKpis());
        validation.orRefuse();
        String partnership = ResourceName.id(scope.partnership(), Partnership.COLLECTION);
        Partnership on = partnerships
                .find(partnership)
                .orElseThrow(() -> Refusal.notFound(wish.partnership()))
                .value();
        String id = Ids.of("token", request.key());
        String salt = Ids.secret();
        Instant now = clock.instant();
        IngestionToken token = new IngestionToken(
                id,
                partnership,
                displayName,
                wish.side(),
                on.company(wish.side()).id(),
                wish.recordableKpis(),
                salt,
                Ids.hash(secret(id, salt)),
                now,
                now.plus(IngestionToken.LIFE),
                null,
                null);
        IngestionToken made = Writes.create(
                        store, token, request, List.of(event(scope, token, now, "token.created", 1, "", "")))
                .orElseThrow(() -> Refusal.staleRevision(token.name()))
                .value();
        return new Made(made, toldSecret(made));
    }

    public Page<IngestionToken> list(Caller caller, String partnership, Page.Wanted wanted) {
        return store.list(scope(caller, partnership), wanted);
    }

    public IngestionToken revoke(Caller caller, Request request, String name, String reason) {
        List<String> ids = ResourceName.ids(name, Partnership.COLLECTION, IngestionToken.COLLECTION);
        Scope scope = scope(caller, Partnership.COLLECTION + "/" + ids.getFirst());
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 0, 1_000);
        validation.orRefuse();
        Instant now = clock.instant();
        return Writes.change(store, ids.getLast(), name, request, now, before -> {
                    IngestionToken token = before.value();
                    if (!token.partnership().equals(ids.getFirst())) {
                        throw Refusal.notFound(name);
                    }
                    if (token.revokedAt() != null) {
                        throw Refusal.precondition("token.revoked", "This token was revoked before.");
                    }
                    IngestionToken next = token.revoked(now);
                    return new Writes.Change<>(
                            next,
                            List.of(event(
                                    scope, next, now, "token.revoked", before.revision() + 1, token.json(), why)));
                })
                .value();
    }

    /** Who the holder of a secret is; unknown, expired and revoked ones get the same answer. */
    public Caller resolve(String secret) {
        if (secret.length() > SECRET_MAX_LENGTH || !secret.startsWith(PREFIX)) {
            throw unusable();
        }
        Instant now = clock.instant();
        IngestionToken token = store.findBySecretHash(Ids.hash(secret))
                .filter(found -> found.isUsable(now))
                .orElseThrow(IngestionTokens::unusable);
        Instant lastUsedAt = token.lastUsedAt();
        if (lastUsedAt == null || !now.isBefore(lastUsedAt.plus(TOUCH))) {
            store.touch(token, now);
        }
        return callers.resolve(token.subject()).orElseThrow(IngestionTokens::unusable);
    }

    private Scope scope(Caller caller, String partnership) {
        Scope scope = caller.scope(partnership, directory);
        scope.require(Activity.MANAGE_PARTNERSHIPS);
        return scope;
    }

    private static void checkKpis(Validation validation, Scope scope, List<String> kpis) {
        if (kpis.size() > KPIS_MAX) {
            validation.add(
                    "recordable_kpis", "token.kpis_limit", "Name at most " + KPIS_MAX + " KPIs, or none for all.");
            return;
        }
        String prefix = scope.partnership() + "/kpis/";
        for (int i = 0; i < kpis.size(); i++) {
            String kpi = kpis.get(i);
            if (!kpi.startsWith(prefix) || !kpi.substring(prefix.length()).matches("[a-z0-9][a-z0-9-]{0,79}")) {
                validation.add(
                        "recordable_kpis[" + i + "]",
                        "token.foreign_kpi",
                        "Name KPIs of this partnership: " + prefix + "{kpi}.");
            }
        }
    }

    private String toldSecret(IngestionToken token) {
        String secret = secret(token.id(), token.salt());
        if (!Ids.hash(secret).equals(token.secretHash())) {
            throw Refusal.precondition(
                    "token.secret_gone",
                    "This token was made before, and its secret can't be told again. Revoke it and make another.");
        }
        return secret;
    }

    private String secret(String id, String salt) {
        return PREFIX + secrets.secret(id, salt);
    }

    private static dev.drumbeat.platform.domain.AuditEvent event(
            Scope scope, IngestionToken token, Instant at, String action, long revision, String before, String reason) {
        return Writes.event(
                scope.partnership(), at, scope.actor(), action, token.name(), revision, before, token.json(), reason);
    }

    private static Refusal unusable() {
        return Refusal.unauthenticated("token.unusable", "This token is unknown, expired or revoked.");
    }
}
