package dev.drumbeat.incentives;

import io.micronaut.runtime.Micronaut;

/** The process; everything it can be told is in application.yml. */
public final class IncentivesApplication {
    private IncentivesApplication() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(IncentivesApplication.class)
                .banner(false)
                .start();
    }
}
