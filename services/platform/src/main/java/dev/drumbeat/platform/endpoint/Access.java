package dev.drumbeat.platform.endpoint;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.grpc.CallerContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Lets the caller in, or says that there is no such thing; decided before anything is read. */
public final class Access {
    private static final String PARTNERSHIPS = "partnerships";

    private final PartnershipDirectory directory;
    private final CallerDirectory callers;

    public Access(PartnershipDirectory directory, CallerDirectory callers) {
        this.directory = directory;
        this.callers = callers;
    }

    /** @param partnership {@code partnerships/{partnership}}; anything else names nothing */
    public Scope scope(String partnership) {
        ResourceName.id(partnership, PARTNERSHIPS);
        return CallerContext.current().scope(partnership, directory);
    }

    /** Refuses under the name that was asked for, so that nothing tells a foreign partnership from a missing KPI. */
    public Scope scope(String partnership, String askedFor) {
        try {
            return scope(partnership);
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.NOT_FOUND ? Refusal.notFound(askedFor) : refusal;
        }
    }

    /** Of those named that the caller may know; the others are left out. */
    public List<Scope> scopes(Collection<String> partnerships) {
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

    /** Whether the caller of a long call may still read a partnership's scores; services of ours may read all. */
    public boolean stillReads(Caller caller, String partnership) {
        if (caller.isService()) {
            return true;
        }
        return callers.resolve(caller.subject()).stream()
                .flatMap(known -> known.scopes(List.of(partnership)).stream())
                .anyMatch(scope -> scope.may(Activity.READ_SCORES));
    }
}
