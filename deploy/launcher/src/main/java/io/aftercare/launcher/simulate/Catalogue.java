package io.aftercare.launcher.simulate;

import io.aftercare.contract.Channel;
import io.aftercare.contract.Priority;
import io.aftercare.contract.ServiceType;
import java.util.List;
import java.util.Map;

/** What customers ask for and how: the mixes of the service. */
final class Catalogue {
  static final List<String> PRODUCT_LINES =
      List.of("laundry", "cooling", "cooking", "heating", "climate", "small_appliance");

  /** Categories that a complaint can have. */
  static final List<String> GRIEVANCES =
      List.of("late_visit", "repeat_fault", "billing", "damage", "no_answer");

  private static final Weighted<Channel> CHANNELS =
      Weighted.of(
          List.of(
              Channel.VOICE,
              Channel.CHAT,
              Channel.APP,
              Channel.EMAIL,
              Channel.WEB,
              Channel.SOCIAL,
              Channel.WALK_IN),
          0.34,
          0.14,
          0.08,
          0.17,
          0.21,
          0.04,
          0.02);
  private static final Weighted<Priority> PRIORITIES =
      Weighted.of(
          List.of(Priority.P1, Priority.P2, Priority.P3, Priority.P4), 0.04, 0.16, 0.55, 0.25);
  private static final Weighted<ServiceType> SERVICES =
      Weighted.of(
          List.of(
              ServiceType.REPAIR,
              ServiceType.INQUIRY,
              ServiceType.CONSULTATION,
              ServiceType.INSTALLATION,
              ServiceType.MAINTENANCE,
              ServiceType.RETURN,
              ServiceType.COMPLAINT,
              ServiceType.OTHER),
          0.32,
          0.22,
          0.12,
          0.12,
          0.10,
          0.08,
          0.025,
          0.015);
  private static final Weighted<String> LINES = Weighted.falling(PRODUCT_LINES);
  private static final Weighted<String> GENERAL = Weighted.of(List.of("general"), 1);
  private static final Map<ServiceType, Weighted<String>> CATEGORIES =
      Map.of(
          ServiceType.REPAIR,
          Weighted.falling(List.of("no_power", "leak", "error_code", "noise", "connectivity")),
          ServiceType.INQUIRY,
          Weighted.falling(List.of("order_status", "usage", "warranty", "billing")),
          ServiceType.CONSULTATION,
          Weighted.falling(List.of("usage", "upgrade", "spare_part")),
          ServiceType.INSTALLATION,
          Weighted.falling(List.of("first_setup", "relocation")),
          ServiceType.MAINTENANCE,
          Weighted.falling(List.of("yearly_check", "cleaning", "spare_part")),
          ServiceType.RETURN,
          Weighted.falling(List.of("damage", "wrong_item", "withdrawal")),
          ServiceType.COMPLAINT,
          Weighted.falling(GRIEVANCES));

  private Catalogue() {}

  static Request draw(Dice dice) {
    ServiceType service = SERVICES.draw(dice);
    String category = CATEGORIES.getOrDefault(service, GENERAL).draw(dice);
    return new Request(
        CHANNELS.draw(dice), service, LINES.draw(dice), category, PRIORITIES.draw(dice));
  }

  static Request complaint(Dice dice, String productLine, String category) {
    return new Request(
        CHANNELS.draw(dice), ServiceType.COMPLAINT, productLine, category, PRIORITIES.draw(dice));
  }

  /** What one customer asks for. */
  record Request(
      Channel channel,
      ServiceType service,
      String productLine,
      String category,
      Priority priority) {

    /** Share of such requests that one conversation settles. */
    double solvedAtOnceShare() {
      return switch (service) {
        case INQUIRY -> 0.85;
        case CONSULTATION -> 0.80;
        case RETURN -> 0.60;
        case REPAIR -> 0.40;
        case COMPLAINT -> 0.30;
        case INSTALLATION, MAINTENANCE -> 0.15;
        default -> 0.50;
      };
    }
  }
}
