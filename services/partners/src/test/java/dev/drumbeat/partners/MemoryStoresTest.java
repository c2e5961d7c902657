package dev.drumbeat.partners;

import org.junit.jupiter.api.Nested;

/** The fakes keep what the ports promise. */
final class MemoryStoresTest {
    @Nested
    class Companies extends CompanyStoreContract {
        private final CompanyStore store = new MemoryStores.Companies();

        @Override
        protected CompanyStore store() {
            return store;
        }
    }

    @Nested
    class People extends PersonStoreContract {
        private final PersonStore store = new MemoryStores.People();

        @Override
        protected PersonStore store() {
            return store;
        }
    }

    @Nested
    class Partnerships extends PartnershipStoreContract {
        private final PartnershipStore store = new MemoryStores.Partnerships();

        @Override
        protected PartnershipStore store() {
            return store;
        }
    }

    @Nested
    class Tokens extends TokenStoreContract {
        private final TokenStore store = new MemoryStores.Tokens();

        @Override
        protected TokenStore store() {
            return store;
        }
    }

    @Nested
    class Sessions extends SessionStoreContract {
        private final SessionStore store = new MemoryStores.Sessions();

        @Override
        protected SessionStore store() {
            return store;
        }
    }

    @Nested
    class AttemptCounts extends AttemptStoreContract {
        private final AttemptStore store = new MemoryStores.AttemptCounts();

        @Override
        protected AttemptStore store() {
            return store;
        }
    }
}
