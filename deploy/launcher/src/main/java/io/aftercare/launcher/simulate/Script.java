package io.aftercare.launcher.simulate;

/**
 * The parts of a ticket's life, wired to one another.
 *
 * <pre>
 * Intake -> LiveContact ----\            /-> Closing -> closed
 *     \                      >-> Casework        \
 *      \--> first touch ----/    ^   |            \-> reopened -> Casework
 *                                |   v
 *                              FieldVisit
 * Complaints watches throughout.
 * </pre>
 */
final class Script {
  final World world;
  final Closing closing;
  final Complaints complaints;
  final FieldVisit fieldVisit;
  final Casework casework;
  final LiveContact liveContact;
  final Intake intake;

  Script(World world) {
    this.world = world;
    this.complaints = new Complaints(world);
    this.closing = new Closing(world, this);
    this.fieldVisit = new FieldVisit(world, this);
    this.casework = new Casework(world, this);
    this.liveContact = new LiveContact(world, this);
    this.intake = new Intake(world, this);
  }
}
