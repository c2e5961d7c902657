package dev.drumbeat.gateway.scorecard;

import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** One line per partnership of a person; as last known, without those the person has left, when kpis can't be reached. */
@Component
public final class Portfolio {
    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final LastKnown lastKnown;

    Portfolio(ServiceClient<KpisServiceFutureStub> kpis, LastKnown lastKnown) {
        this.kpis = kpis;
        this.lastKnown = lastKnown;
    }

    public Known<ListPortfolioResponse> find(Request request, ListPortfolioRequest question) {
        Person person = request.person();
        Known<ListPortfolioResponse> known = lastKnown.read(
                person.subject(),
                question,
                ListPortfolioResponse.class,
                () -> kpis.call(request, stub -> stub.listPortfolio(question)));
        return known.live() ? known : new Known<>(ofMember(person, known.value()), known.at(), known.fault());
    }

    private static ListPortfolioResponse ofMember(Person person, ListPortfolioResponse page) {
        List<PortfolioLine> kept = page.getLinesList().stream()
                .filter(line -> person.membership(line.getPartnership()).isPresent())
                .toList();
        return page.toBuilder()
                .clearLines()
                .addAllLines(kept)
                .setTotalSize(page.getTotalSize() - (page.getLinesCount() - kept.size()))
                .build();
    }
}
