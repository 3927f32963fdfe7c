/** ArenaNet's notice and the credits; both belong on every page. */
export function SiteFooter() {
  return (
    <footer className="mx-auto mt-16 max-w-6xl border-t border-line px-4 py-8 text-xs leading-relaxed text-ink-faint">
      <p>
        © ArenaNet LLC. All rights reserved. NCSOFT, ArenaNet, Guild Wars, Guild Wars 2 and all associated
        logos, designs and game content are trademarks or registered trademarks of NCSOFT Corporation and
        belong to their owners. GW2Optimizer is made by players and is not affiliated with ArenaNet or NCSOFT.
      </p>
      <p className="mt-2">
        Figures are checked against the official API, the{" "}
        <a className="underline hover:text-ink" href="https://wiki.guildwars2.com/">
          Guild Wars 2 Wiki
        </a>{" "}
        and the figures that{" "}
        <a className="underline hover:text-ink" href="https://optimizer.discretize.eu/">
          Discretize
        </a>{" "}
        and other community tools publish. Thank you.
      </p>
    </footer>
  );
}
