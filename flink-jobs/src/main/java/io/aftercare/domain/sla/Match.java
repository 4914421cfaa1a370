package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a policy is about, by the facts that their events carry. An empty set means any; a
 * fact that nobody stated is in no set but the empty one.
 */
public record Match(
    Set<String> regions,
    Set<String> queues,
    Set<Channel> channels,
    Set<ChannelClass> channelClasses,
    Set<ServiceType> serviceTypes,
    Set<String> customerTiers,
    Set<String> productLines,
    Set<ResolutionMode> resolutionModes)
    implements Serializable {

  /** Every ticket. */
  public static final Match ANY =
      new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /** Keeps what it was given. */
  public Match {
    regions = Set.copyOf(regions);
    queues = Set.copyOf(queues);
    channels = Set.copyOf(channels);
    channelClasses = Set.copyOf(channelClasses);
    serviceTypes = Set.copyOf(serviceTypes);
    customerTiers = Set.copyOf(customerTiers);
    productLines = Set.copyOf(productLines);
    resolutionModes = Set.copyOf(resolutionModes);
  }

  /** One of any queue. */
  public Match(
      Set<String> regions,
      Set<Channel> channels,
      Set<ChannelClass> channelClasses,
      Set<ServiceType> serviceTypes,
      Set<String> customerTiers,
      Set<String> productLines,
      Set<ResolutionMode> resolutionModes) {
    this(
        regions,
        Set.of(),
        channels,
        channelClasses,
        serviceTypes,
        customerTiers,
        productLines,
        resolutionModes);
  }

  /** Every ticket of a channel class. */
  public static Match of(ChannelClass channelClass) {
    return new Match(
        Set.of(), Set.of(), Set.of(), Set.of(channelClass), Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** Whether these facts are within all the sets. */
  public boolean matches(Facts f) {
    return within(regions, f.region())
        && within(queues, f.queue())
        && within(channels, f.channel())
        && within(channelClasses, f.channel().channelClass())
        && within(serviceTypes, f.serviceType())
        && within(customerTiers, f.customerTier())
        && within(productLines, f.productLine())
        && within(resolutionModes, f.resolutionMode());
  }

  private static <T> boolean within(Set<T> wanted, @Nullable T fact) {
    return wanted.isEmpty() || (fact != null && wanted.contains(fact));
  }
}
