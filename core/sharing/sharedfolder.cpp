// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/sharedfolder.h"

#include "core/references/decisionkey.h"
#include "core/types/outcome.h"

namespace cbpm {
namespace {

/// Decisions on one list, gathered to be made at once.
template<class List>
class ListWork
{
public:
    using Value = typename List::mapped_type;
    using Change = Result<List> (*)(const QString &path, const ListChanges<List> &changes);

    ListWork(QString path, Change change, Result<Value> (*valueOf)(const Decision &))
        : m_path{std::move(path)}, m_change{change}, m_valueOf{valueOf}
    {
    }

    void add(std::size_t which, typename List::key_type key, const Decision &decision,
             const SharedFolder::Refusal &refuse)
    {
        std::optional<Value> value;
        if (decision.document) {
            auto read = m_valueOf(decision);
            if (!read)
                return refuse(which, read.error());
            value = std::move(*read);
        }
        m_which[key] = which;
        m_changes[std::move(key)] = std::move(value);
    }

    /// Where there is no room for all, for each that has.
    Result<void> make(const SharedFolder::Refusal &refuse) const
    {
        if (m_changes.empty())
            return {};
        const auto all = m_change(m_path, m_changes);
        if (all || all.error().kind == Error::Kind::Storage)
            return outcomeOf(all);
        for (const auto &change : m_changes) {
            const auto one = m_change(m_path, {change});
            if (!one && one.error().kind == Error::Kind::Storage)
                return one.error();
            if (!one)
                refuse(m_which.at(change.first), one.error());
        }
        return {};
    }

private:
    QString m_path;
    Change m_change;
    Result<Value> (*m_valueOf)(const Decision &);
    ListChanges<List> m_changes;
    std::map<typename List::key_type, std::size_t> m_which;
};

template<class T>
bool isBad(const Result<T> &read)
{
    return !read && read.error().kind == Error::Kind::BadData;
}

} // namespace

Result<void> SharedFolder::apply(std::span<const Decision> decisions, const Refusal &refuse) const
{
    ListWork<VetoList> ofVetoes{vetoes(), changeVetoes, vetoOf};
    ListWork<AnnotationList> ofAnnotations{annotations(), changeAnnotations, annotationOf};
    for (std::size_t k = 0; k < decisions.size(); ++k) {
        const Decision &decision = decisions[k];
        Result<void> applied;
        switch (decision.kind) {
        case Decision::Kind::Reference:
        case Decision::Kind::Golden:
            applied = applyToOrbits(decision);
            break;
        case Decision::Kind::Veto:
            ofVetoes.add(k, decision.key.toStdString(), decision, refuse);
            break;
        case Decision::Kind::Annotation:
            ofAnnotations.add(k, decision.key, decision, refuse);
            break;
        }
        if (!applied && applied.error().kind == Error::Kind::Storage)
            return applied;
        if (!applied)
            refuse(k, applied.error());
    }
    const auto vetoed = ofVetoes.make(refuse);
    const auto annotated = ofAnnotations.make(refuse);
    return vetoed ? annotated : vetoed;
}

Result<void> SharedFolder::applyToOrbits(const Decision &decision) const
{
    const OrbitFolder folder{references()};
    if (decision.kind == Decision::Kind::Golden) {
        const auto id = decision.document ? goldenOf(decision) : Result<QString>{QString{}};
        return id ? folder.markGolden(*id) : Result<void>{id.error()};
    }
    if (decision.document) {
        const auto orbit = orbitOf(decision);
        return orbit ? folder.keep(decision.key, *orbit) : Result<void>{orbit.error()};
    }
    return isDecisionKey(decision.key) ? folder.remove(decision.key) : Result<void>{};
}

std::vector<Decision> SharedFolder::all() const
{
    std::vector<Decision> decisions;
    const OrbitFolder folder{references()};
    QStringList ids = folder.ids();
    ids.sort();
    for (const QString &id : ids) {
        const auto orbit = folder.orbit(id);
        if (orbit && isDecisionKey(id))
            decisions.push_back(referenceDecision(id, &*orbit));
    }
    if (const QString golden = folder.golden(); isDecisionKey(golden))
        decisions.push_back(goldenDecision(golden));
    if (const auto list = readVetoes(vetoes())) {
        for (const auto &[location, veto] : *list)
            decisions.push_back(vetoDecision(location, &veto));
    }
    if (const auto list = readAnnotations(annotations())) {
        for (const auto &[id, annotation] : *list)
            decisions.push_back(annotationDecision(id, &annotation));
    }
    return decisions;
}

bool SharedFolder::isDamaged() const
{
    return isBad(readVetoes(vetoes())) || isBad(readAnnotations(annotations()));
}

} // namespace cbpm
