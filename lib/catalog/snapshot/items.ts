import { iconRef } from "../icon.ts";
import {
  type Item,
  type ItemBonus,
  type ItemGroup,
  itemSchema,
  type PvpAmulet,
  procSchema,
  pvpAmuletSchema,
  type StatSet,
  statSetSchema,
} from "../schema.ts";
import { compact, flag, nonEmpty } from "./compact.ts";
import { normaliseFacts } from "./facts.ts";
import type { RawItem, RawItemStat, RawPvpAmulet } from "./raw.ts";
import type { ReportProblem } from "./report.ts";
import { checked } from "./skills.ts";
import { attributeFromApi, attributeFromEffect, effectName, labelOf, statusName } from "./words.ts";

const GROUP_BY_MARK: Readonly<Record<string, ItemGroup>> = {
  rune: "rune",
  sigil: "sigil",
  relic: "relic",
  food: "food",
  utility: "utility",
  infusion: "infusion",
  jade_bot_core: "jadeBotCore",
  pvp_rune: "pvpRune",
  pvp_sigil: "pvpSigil",
};

/** Group of an item of the official API; undefined for items that a loadout cannot hold. */
export function itemGroup(raw: RawItem): ItemGroup | undefined {
  if (raw._group !== undefined) return GROUP_BY_MARK[raw._group];
  const { type, details } = raw;
  if (type === "Relic") return "relic";
  if (type === "PowerCore" || (type === "JadeTechModule" && details?.type === "PowerCore"))
    return "jadeBotCore";
  if (type === "Consumable") {
    return details?.type === "Food" ? "food" : details?.type === "Utility" ? "utility" : undefined;
  }
  if (type !== "UpgradeComponent") return undefined;
  if (details?.type === "Rune") return "rune";
  if (details?.type === "Sigil") return "sigil";
  if ((details?.infusion_upgrade_flags?.length ?? 0) > 0) return "infusion";
  if (!raw.game_types?.includes("Pvp") || raw.game_types.includes("Pve")) return undefined;
  return raw.name.includes("Rune") ? "pvpRune" : raw.name.includes("Sigil") ? "pvpSigil" : undefined;
}

const ARMOR_AND_WEAPON_PARTS = 19;

export function normaliseItem(raw: RawItem, group: ItemGroup, report: ReportProblem): Item | undefined {
  const { details } = raw;
  const fits = (details?.flags ?? []).toSorted();
  return checked(itemSchema, report, {
    id: raw.id,
    name: raw.name,
    group,
    icon: raw.icon && iconRef(raw.icon),
    rarity: raw.rarity,
    level: raw.level,
    gameTypes: raw.game_types?.toSorted(),
    fits:
      group === "infusion" || fits.length === 3 || fits.length >= ARMOR_AND_WEAPON_PARTS
        ? undefined
        : nonEmpty(fits),
    infusionSlot: details?.infusion_upgrade_flags?.[0],
    attributes: nonEmpty(
      (details?.infix_upgrade?.attributes ?? []).map(({ attribute, modifier }) => ({
        attribute: attributeFromApi(attribute) ?? attribute,
        value: modifier,
      })),
    ),
    bonuses: nonEmpty(bonusesOf(raw)),
    durationMs: details?.duration_ms,
    rechargeSeconds: raw._cooldown,
    effects: raw._effects && Object.keys(raw._effects).length > 0 ? raw._effects : undefined,
    proc: raw._proc && normaliseProc(raw._proc, report),
    facts: raw._facts && normaliseFacts(raw._facts, report).facts,
    inGame: flag(raw._in_game_2026_08),
    source: raw._source,
  });
}

function bonusesOf(raw: RawItem): ItemBonus[] {
  if (raw._bonuses) {
    return raw._bonuses.flatMap(({ attribute, text, value, percent, source }): ItemBonus[] => {
      if (attribute === undefined) return text === undefined ? [] : readBonus(text);
      return [bonus(attribute, value, percent === true, source)];
    });
  }
  const lines = raw.details?.bonuses ?? raw.details?.description?.split("\n") ?? [];
  return lines.flatMap((line) => readBonus(labelOf(line) ?? ""));
}

function bonus(words: string, value: number | undefined, percent: boolean, source?: string): ItemBonus {
  const from = source === undefined ? undefined : attributeFromApi(source);
  const effect = effectName(words);
  const attribute = percent && from === undefined ? undefined : attributeFromEffect(words);
  return compact({
    effect: effect === "Healing" ? "Healing Power" : effect,
    attribute,
    value,
    percent: flag(percent),
    from,
  });
}

const CHANCE = /^(?:(Day|Night): )?(\d+)% (?:Chance )?(?:to|for) (.+?)\.?$/i;
const CONVERSION = /^Gain (.+?) Equal to (\d+(?:\.\d+)?)% of Your (.+?)\.?$/i;
const GAIN = /^Gain (\d+(?:\.\d+)?)(%)? (.+?)\.?$/i;
const VALUE = /^([+-]?\d+(?:\.\d+)?)(%)? (.+?)\.?$/;
/** An effect line longer than this is a sentence, not a figure with its name. */
const LONGEST_EFFECT = 70;

/** Reads one effect line of an item; a line that is prose gives nothing. */
export function readBonus(line: string): ItemBonus[] {
  const text = line.trim();
  const chance = CHANCE.exec(text);
  if (chance) {
    const effect = chance[1] ? `${chance[3]} during the ${chance[1]}` : String(chance[3]);
    return effect.length > LONGEST_EFFECT ? [] : [{ effect: effectName(effect), chance: Number(chance[2]) }];
  }
  const conversion = CONVERSION.exec(text);
  if (conversion) return [bonus(String(conversion[1]), Number(conversion[2]), true, conversion[3])];
  const figure = GAIN.exec(text) ?? VALUE.exec(text);
  if (figure && String(figure[3]).length <= LONGEST_EFFECT) {
    return [bonus(String(figure[3]), Number(figure[1]), figure[2] === "%")];
  }
  const isSentence = text.endsWith(".") || text.length > LONGEST_EFFECT;
  return text === "" || isSentence ? [] : [{ effect: effectName(text) }];
}

function normaliseProc(raw: Record<string, unknown>, report: ReportProblem): Item["proc"] {
  return checked(procSchema, (problem) => report(`proc.${problem}`), {
    trigger: raw.trigger,
    effect: raw.effect,
    rechargeSeconds: raw.cooldown,
    coefficient: raw.coefficient,
    canCrit: raw.canCrit,
    status: typeof raw.condition === "string" ? statusName(raw.condition) : undefined,
    stacks: raw.stacks,
    seconds: raw.duration,
    amount: raw.amount,
  });
}

export function normaliseStatSet(raw: RawItemStat, report: ReportProblem): StatSet | undefined {
  return checked(statSetSchema, report, {
    id: raw.id,
    name: raw.name,
    attributes: raw.attributes.map(({ attribute, multiplier, value }) => ({
      attribute: attributeFromApi(attribute) ?? attribute,
      multiplier,
      value,
    })),
    selectableFor: nonEmpty(
      raw._selectable?.map((word) => (word === "armor_weapon" ? "armorAndWeapon" : word)),
    ),
  });
}

export function normalisePvpAmulet(raw: RawPvpAmulet, report: ReportProblem): PvpAmulet | undefined {
  return checked(pvpAmuletSchema, report, {
    id: raw.id,
    name: raw.name,
    icon: raw.icon && iconRef(raw.icon),
    attributes: Object.entries(raw.attributes)
      .map(([word, value]) => ({ attribute: attributeFromApi(word) ?? word, value }))
      .toSorted((a, b) => (a.attribute < b.attribute ? -1 : 1)),
  });
}
