package dev.drumbeat.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One house: its processes on this machine. Starting is level-triggered: whatever does not run is started, whatever runs is
 * left alone. The processes outlive the program that started them.
 */
public final class House {
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration DEMO_BEGINS_BEFORE_TODAY = Duration.ofDays(13 * 7);

    private final HouseOptions options;
    private final Layout layout;
    private final HousePlan plan;

    private House(HouseOptions options) {
        this.options = options;
        this.layout = new Layout(options.data());
        this.plan = new HousePlan(options);
    }

    /** The house of these options, running or not. */
    public static House of(HouseOptions options) {
        return new House(options);
    }

    /** Starts what does not run and waits until everything answers. */
    public static House start(HouseOptions options, Duration patience) {
        House house = of(options);
        house.start();
        house.awaitReady(patience);
        return house;
    }

    /** Where people go. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + plan.port(ProcessTable.GATEWAY));
    }

    /** Where this house keeps its facts, as a MongoDB connection string. */
    public String mongodbUri() {
        return plan.mongodbUri();
    }

    public String storeInWords() {
        return plan.storeInWords();
    }

    public HouseOptions options() {
        return options;
    }

    public int port(String name) {
        return process(name).port();
    }

    /** Where a process answers its operator: figures and health. */
    public int operatorPort(String name) {
        return ProcessTable.all().stream()
                .filter(spec -> spec.name().equals(name))
                .mapToInt(options::operatorPort)
                .findFirst()
                .orElseThrow(() -> new HouseException("This house has no process \"" + name + "\"."));
    }

    public Path log(String name) {
        return layout.log(name);
    }

    public Path logs() {
        return layout.logs();
    }

    /** Holds e-mail address and password of the first administrator, unless the environment named one. */
    Path administratorFile() {
        return layout.administrator();
    }

    /** The directory with {@code <process>.private.jwk} and {@code trusted/}. */
    public Path keys() {
        return layout.keys();
    }

    /** Starts what does not run; says the names of what it started. Does not wait. */
    public List<String> start() {
        return exclusively(() -> {
            if (inspectRunning().isEmpty()) {
                plan.programs().clear();
            }
            List<HouseProcess> missing =
                    processes().stream().filter(process -> !process.isRunning()).toList();
            if (!missing.isEmpty()) {
                new IdentityKeys(plan, layout).ensure();
            }
            missing.forEach(HouseProcess::start);
            return missing.stream().map(HouseProcess::name).toList();
        });
    }

    /** Starts one process again, when it does not run. Does not wait. */
    public void start(String name) {
        exclusively(() -> {
            process(name).start();
            return name;
        });
    }

    /** Waits until every process answers; a process that ended meanwhile is an error that shows its last words. */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (HouseProcess process : processes()) {
            awaitReady(process, deadline);
        }
    }

    public void awaitReady(String name, Duration patience) {
        awaitReady(process(name), System.nanoTime() + patience.toNanos());
    }

    /** Drains and ends everything, first what people use, last what keeps the facts. Names what had to be ended hard. */
    public List<String> stop() {
        return stop(DRAIN);
    }

    /** The same with another patience for each process. */
    List<String> stop(Duration patience) {
        return exclusively(() -> processes().reversed().stream()
                .filter(process -> !process.stop(patience))
                .map(HouseProcess::name)
                .toList());
    }

    /** SIGKILL: the process has no chance to do anything more. */
    public void kill9(String name) {
        process(name).kill();
    }

    /** SIGTERM, and waits for its end. */
    public void terminate(String name) {
        process(name).stop(DRAIN);
    }

    /** Ends a process, starts it again and waits until it answers. */
    public void restart(String name, Duration patience) {
        terminate(name);
        start(name);
        awaitReady(name, patience);
    }

    /** SIGSTOP: it neither answers nor closes its connections. */
    public void pause(String name) {
        process(name).signal("STOP");
    }

    /** SIGCONT. */
    public void resume(String name) {
        process(name).signal("CONT");
    }

    public List<ProcessState> inspect() {
        return processes().stream()
                .map(process -> new ProcessState(
                        process.name(),
                        process.port(),
                        process.find()
                                .map(handle -> OptionalLong.of(handle.pid()))
                                .orElseGet(OptionalLong::empty),
                        process.isReady()))
                .toList();
    }

    /** Runs one of our own tools with the settings of this house, its words on this program's output; answers its exit status. */
    public int runTool(String name, String module, String mainClass, List<String> arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(plan.tool(name, module, mainClass, arguments)).inheritIO();
            builder.environment().putAll(plan.settings());
            builder.environment().put("DRUMBEAT_URL", address().toString());
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new HouseException("Can't run " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("interrupted", e);
        }
    }

    /**
     * A new house with the demo begins some weeks in the past, which the demo's loader then lives through; a house without the demo
     * stands at today.
     */
    void prepareTime(boolean withDemo) {
        try {
            if (!withDemo) {
                Files.deleteIfExists(layout.clock());
            } else if (plan.isNew()) {
                Files.createDirectories(layout.data());
                Files.writeString(
                        layout.clock(), DEMO_BEGINS_BEFORE_TODAY.negated().toString());
            }
        } catch (IOException e) {
            throw new HouseException("Can't write " + layout.clock() + ": " + e.getMessage(), e);
        }
    }

    /** When something was built that never ran: lets it be learned, behind everything else, so that the next start is quicker. */
    void learnBehind() {
        boolean isWanted = !"no".equals(options.environment().get(HousePlan.START_CACHES_SETTING));
        if (!isWanted || new Learning(options.root()).isDone()) {
            return;
        }
        List<String> command = new JavaProgram(
                        "learn", List.of(Path.of(System.getProperty("java.class.path"))), Main.class.getName())
                .command(List.of("-XX:TieredStopAtLevel=1"), List.of("learn"));
        try {
            new ProcessBuilder(Detached.politely(command))
                    .directory(options.root().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(layout.log("learn").toFile())
                    .start();
        } catch (IOException e) {
            throw new HouseException("Can't start to learn: " + e.getMessage(), e);
        }
    }

    boolean isBuilt(String module) {
        return plan.programs().isBuilt(module);
    }

    /** Whether the store can be asked; one that somebody else runs is taken to be there. */
    boolean isStoreRunning() {
        return store().map(HouseProcess::isRunning).orElse(true);
    }

    void startStore(Duration patience) {
        store().ifPresent(store -> {
            start(store.name());
            awaitReady(store.name(), patience);
        });
    }

    void stopStore() {
        store().ifPresent(store -> terminate(store.name()));
    }

    private Optional<HouseProcess> store() {
        return processes().stream()
                .filter(process -> process.name().equals(ProcessTable.STORE.name()))
                .findFirst();
    }

    private List<HouseProcess> inspectRunning() {
        return processes().stream().filter(HouseProcess::isRunning).toList();
    }

    private List<HouseProcess> processes() {
        return plan.processes().stream()
                .map(planned -> new HouseProcess(planned, layout))
                .toList();
    }

    private HouseProcess process(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HouseException("This house has no process \"" + name + "\"."));
    }

    private static void awaitReady(HouseProcess process, long deadline) {
        while (!process.isReady()) {
            if (!process.isRunning()) {
                throw new HouseException("%s ended while starting. Its last words (%s):%n%s"
                        .formatted(process.name(), process.log(), process.logTail()));
            }
            if (System.nanoTime() > deadline) {
                throw new HouseException("%s is not ready in time. Its last words (%s):%n%s"
                        .formatted(process.name(), process.log(), process.logTail()));
            }
            Waiting.briefly();
        }
    }

    /** One program at a time changes what runs in a house. */
    private <T> T exclusively(Supplier<T> work) {
        try (FileChannel channel =
                        FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new HouseException("Can't lock " + layout.lock());
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't lock " + layout.lock(), e);
        }
    }
}
