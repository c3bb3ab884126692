package dev.fanion.cli;

import dev.fanion.conformance.Profile;
import picocli.CommandLine.Option;

/** The profile to judge by. */
final class ProfileOption {
  @Option(names = "--profile", paramLabel = "NAME|FILE", defaultValue = Profile.ASYNCIO,
      description = "The sides to expect, at each point where good runtimes differ: asyncio, gevent, micropython, trio or a "
          + "file; changes may follow, such as asyncio,WakeOrder=group. Default ${DEFAULT-VALUE}.")
  String profile;

  Profile expected() {
    return Profile.parse(profile);
  }
}
