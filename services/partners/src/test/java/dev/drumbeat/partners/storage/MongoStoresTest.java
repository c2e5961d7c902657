package dev.drumbeat.partners.storage;

import dev.drumbeat.partners.AttemptStore;
import dev.drumbeat.partners.AttemptStoreContract;
import dev.drumbeat.partners.CompanyStore;
import dev.drumbeat.partners.CompanyStoreContract;
import dev.drumbeat.partners.PartnershipStore;
import dev.drumbeat.partners.PartnershipStoreContract;
import dev.drumbeat.partners.PersonStore;
import dev.drumbeat.partners.PersonStoreContract;
import dev.drumbeat.partners.SessionStore;
import dev.drumbeat.partners.SessionStoreContract;
import dev.drumbeat.partners.TokenStore;
import dev.drumbeat.partners.TokenStoreContract;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.testkit.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The store keeps what the ports promise, through the real driver and a real wire. */
final class MongoStoresTest {
    private final StoreUnderTest store = StoreUnderTest.open();
    private final AuditTrail trail = new AuditTrail(store.database());

    @BeforeEach
    void prepare() {
        trail.prepare();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Nested
    class Companies extends CompanyStoreContract {
        private final MongoCompanies kept = new MongoCompanies(store.database(), trail);

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected CompanyStore store() {
            return kept;
        }
    }

    @Nested
    class People extends PersonStoreContract {
        private final MongoPeople kept = new MongoPeople(store.database(), trail);

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected PersonStore store() {
            return kept;
        }
    }

    @Nested
    class Partnerships extends PartnershipStoreContract {
        private final MongoPartnerships kept = new MongoPartnerships(store.database(), trail);

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected PartnershipStore store() {
            return kept;
        }
    }

    @Nested
    class Tokens extends TokenStoreContract {
        private final MongoTokens kept = new MongoTokens(store.database(), trail);

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected TokenStore store() {
            return kept;
        }
    }

    @Nested
    class Sessions extends SessionStoreContract {
        private final MongoSessions kept = new MongoSessions(store.database());

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected SessionStore store() {
            return kept;
        }
    }

    @Nested
    class Attempts extends AttemptStoreContract {
        private final MongoAttempts kept = new MongoAttempts(store.database());

        @BeforeEach
        void prepare() {
            kept.prepare();
        }

        @Override
        protected AttemptStore store() {
            return kept;
        }
    }
}
