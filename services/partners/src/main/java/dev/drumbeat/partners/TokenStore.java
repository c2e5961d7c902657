package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.Optional;

/** The ingestion tokens there are. */
public interface TokenStore extends Aggregates<IngestionToken> {
    Optional<IngestionToken> findBySecretHash(String secretHash);

    /** Of the scope's partnership, newest first, ended ones too. */
    Page<IngestionToken> list(Scope scope, Page.Wanted wanted);

    /** Remembers that the token was used; no change anybody must be told of. */
    void touch(IngestionToken token, Instant at);
}
