package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Channel;
import io.aftercare.contract.Priority;
import io.aftercare.contract.ServiceType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final long TEN_MINUTES = 600_000;

  private final Agenda agenda = new Agenda(0);
  private final Branch branch =
      new Branch(Region.ALL.get(0), SimulatedStories.settings(1), new Agenda(0), state -> {});
  private final List<String> begun = new ArrayList<>();
  private final List<String> finished = new ArrayList<>();

  @Test
  void one_agent_takes_one_after_the_other_so_the_third_waits_for_two() {
    Crew crew = crew(1);
    take(crew, "first", 1);
    take(crew, "second", 2);
    take(crew, "third", 3);
    runFor(3 * TEN_MINUTES);
    assertThat(begun).containsExactly("first at 0", "second at 600000", "third at 1200000");
  }

  @Test
  void two_agents_halve_the_wait() {
    Crew crew = crew(2);
    take(crew, "first", 1);
    take(crew, "second", 2);
    take(crew, "third", 3);
    runFor(3 * TEN_MINUTES);
    assertThat(begun).containsExactly("first at 0", "second at 0", "third at 600000");
  }

  @Test
  void what_is_due_first_overtakes_but_interrupts_nobody() {
    Crew crew = crew(1);
    take(crew, "begun", 9);
    take(crew, "later", 5);
    take(crew, "urgent", 2);
    runFor(3 * TEN_MINUTES);
    assertThat(begun).containsExactly("begun at 0", "urgent at 600000", "later at 1200000");
  }

  @Test
  void work_on_a_ticket_that_has_ended_is_not_begun() {
    Crew crew = crew(1);
    take(crew, "first", 1);
    Ticket gone = take(crew, "gone", 2);
    take(crew, "third", 3);
    gone.turn++;
    runFor(3 * TEN_MINUTES);
    assertThat(begun).containsExactly("first at 0", "third at 600000");
  }

  @Test
  void a_crew_that_leaves_finishes_what_it_has_begun_and_begins_nothing_more() {
    Crew crew = crew(1, TEN_MINUTES);
    take(crew, "begun", 1);
    take(crew, "waiting", 2);
    runFor(3 * TEN_MINUTES);
    take(crew, "new", 3);
    runFor(300 * TEN_MINUTES);
    assertThat(begun).containsExactly("begun at 0");
    assertThat(finished).containsExactly("begun at 600000");
  }

  private Crew crew(int agents) {
    return crew(agents, Crew.NEVER);
  }

  private Crew crew(int agents, long leave) {
    int[] plan = new int[168];
    Arrays.fill(plan, agents);
    return new Crew(agenda, new LocalClock(ZoneOffset.UTC), plan, 1, 'a', leave);
  }

  private Ticket take(Crew crew, String name, long due) {
    Catalogue.Request request =
        new Catalogue.Request(Channel.EMAIL, ServiceType.INQUIRY, "laundry", "usage", Priority.P3);
    Ticket ticket = new Ticket(name, false, branch, new Customer(1), request, 0);
    crew.take(
        ticket,
        due,
        TEN_MINUTES,
        agent -> begun.add(name + " at " + agenda.now()),
        () -> finished.add(name + " at " + agenda.now()));
    return ticket;
  }

  private void runFor(long millis) {
    while (agenda.nextAt() <= millis) {
      agenda.step();
    }
  }
}
