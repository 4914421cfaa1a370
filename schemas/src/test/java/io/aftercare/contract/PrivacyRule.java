package io.aftercare.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * Only pseudonyms cross a topic: finds fields that look as if they held a personal name, a phone
 * number, an e-mail or postal address, a birth date, an identity number, a position or free text.
 * It judges names, since a schema has nothing else to show; what is innocent in spite of its name
 * is listed in {@link #INNOCENT} with the reason, field by field.
 */
@NullMarked
final class PrivacyRule {
  /** Record.field to the reason why it may be. */
  static final Map<String, String> INNOCENT =
      Map.of(
          "MetricRecord.name", "name of a metric of MetricCatalogue",
          "DeadLetter.detail", "a sentence of our own about the reason",
          "DeadLetter.original", "what came in, as it came in, for 30 days, to be replayed",
          "DeadLetter.original_length", "a number of bytes",
          "DeadLetter.original_sha256", "a digest",
          "Window.cell", "a part of a region: a priority, a channel class, or the rest");

  /** A word of a field name that is one of these. */
  private static final Set<String> WORDS =
      Set.of(
          ("name names surname forename firstname lastname nickname salutation gender sex"
                  + " phone phones tel mobile fax msisdn cell whatsapp wechat skype caller ani"
                  + " email mail mailbox address addresses street road zip zipcode postcode postal"
                  + " apartment house building gps lat lon lng latitude longitude location ip mac"
                  + " birth birthday birthdate dob born age ssn passport iban license licence plate"
                  + " imei serial vin card account password"
                  + " text comment comments description desc subject title body note notes message"
                  + " messages remark remarks memo summary content transcript detail details"
                  + " reply feedback question answer original raw payload photo image voice"
                  + " recording attachment attachments url")
              .split(" ", -1));

  /** A piece of a word: for names run together, such as customerphone. */
  private static final List<String> PIECES =
      List.of(
          "name",
          "phone",
          "email",
          "address",
          "birth",
          "comment",
          "descri",
          "postcode",
          "zipcode",
          "freetext",
          "message",
          "remark",
          "passport",
          "telefon",
          "mobile");

  /** People; a string about one of them is a pseudonym and says so by its ending. */
  private static final Set<String> PEOPLE =
      Set.of(
          ("customer client agent assignee engineer technician user person contact owner employee"
                  + " requester reporter")
              .split(" ", -1));

  private static final Set<String> PSEUDONYM_ENDINGS = Set.of("ref", "id", "tier");

  private PrivacyRule() {}

  /** Fields that must not be, one sentence each; empty if all are innocent. */
  static List<String> violations(Schema root) {
    List<String> found = new ArrayList<>();
    SchemaRules.fields(
        root,
        (owner, field) -> {
          String name = owner.getName() + "." + field.name();
          if (!INNOCENT.containsKey(name) && looksPersonal(field)) {
            found.add(name + " looks like a name, phone, address, birth date or free text");
          }
        });
    return found;
  }

  private static boolean looksPersonal(Schema.Field field) {
    List<String> words = wordsOf(field.name());
    return words.stream().anyMatch(PrivacyRule::isPersonal)
        || (holdsText(field.schema())
            && words.stream().anyMatch(PEOPLE::contains)
            && !PSEUDONYM_ENDINGS.contains(words.get(words.size() - 1)));
  }

  private static boolean isPersonal(String word) {
    return WORDS.contains(word) || PIECES.stream().anyMatch(word::contains);
  }

  private static boolean holdsText(Schema schema) {
    return switch (schema.getType()) {
      case STRING, BYTES, FIXED -> true;
      case UNION -> schema.getTypes().stream().anyMatch(PrivacyRule::holdsText);
      case ARRAY -> holdsText(schema.getElementType());
      case MAP -> true;
      default -> false;
    };
  }

  private static List<String> wordsOf(String name) {
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return List.of(spaced.replace("e_mail", "email").split("[_0-9]+", -1));
  }
}
