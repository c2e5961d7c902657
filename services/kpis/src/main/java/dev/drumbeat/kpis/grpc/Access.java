package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Names;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.grpc.CallerContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Lets the caller in, or says that there is no such thing; decided before anything is read. */
@Singleton
final class Access {
    private final PartnershipDirectory directory;

    Access(PartnershipDirectory directory) {
        this.directory = directory;
    }

    Scope scope(String partnership) {
        return CallerContext.current().scope(Names.requirePartnership(partnership), directory);
    }

    /** Refuses under the name that was asked for, so that nothing tells a foreign partnership from a missing KPI. */
    Scope scope(String partnership, String askedFor) {
        try {
            return scope(partnership);
        } catch (Refusal refusal) {
            throw refusal.reason() == dev.drumbeat.platform.domain.Reason.NOT_FOUND
                    ? Refusal.notFound(askedFor)
                    : refusal;
        }
    }

    /** Of those named that the caller may know; the others are left out. */
    List<Scope> scopes(Collection<String> partnerships) {
        Caller caller = CallerContext.current();
        if (!caller.isService()) {
            return caller.scopes(partnerships);
        }
        Map<String, PartnershipFacts> known =
                directory.find(partnerships.stream().distinct().toList());
        return known.keySet().stream()
                .map(name -> caller.scope(name, directory))
                .toList();
    }
}
