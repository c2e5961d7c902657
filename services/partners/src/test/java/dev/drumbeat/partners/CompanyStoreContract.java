package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.testkit.AggregatesContract;
import dev.drumbeat.testkit.Kept;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class CompanyStoreContract extends AggregatesContract<Company> {
    @Override
    protected abstract CompanyStore store();

    @Override
    protected Company sample(String id) {
        return Samples.company(id);
    }

    @Override
    protected Company changed(Company company) {
        return Samples.company(company.id(), "Renamed");
    }

    @Test
    void companies_are_read_by_name_any_case() {
        store().create(Kept.first("one", Samples.company("a", "zeta")));
        store().create(Kept.first("two", Samples.company("b", "Acme")));
        store().create(Kept.first("three", Samples.company("c", "bolt")));

        Page<Company> first = store().list(new Page.Wanted(2, ""));

        assertThat(first.items()).extracting(Company::displayName).containsExactly("Acme", "bolt");
        assertThat(store().list(new Page.Wanted(2, first.next())).items())
                .extracting(Company::displayName)
                .containsExactly("zeta");
        assertThat(store().findAll(List.of("a", "c", "none")))
                .extracting(Company::displayName)
                .containsExactly("bolt", "zeta");
    }
}
