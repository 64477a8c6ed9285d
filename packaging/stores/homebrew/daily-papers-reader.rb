# Homebrew: a cask, for a tap of the project's own.
cask "daily-papers-reader" do
  version "@VERSION@"

  on_arm do
    sha256 "@SUM:-macos-arm64.dmg@"
    url "@HOME@/releases/download/v#{version}/@FILE:-macos-arm64.dmg@"
  end
  on_intel do
    sha256 "@SUM:-macos-x86_64.dmg@"
    url "@HOME@/releases/download/v#{version}/@FILE:-macos-x86_64.dmg@"
  end

  name "Daily Papers Reader"
  desc "Read, search and annotate daily AI paper summaries"
  homepage "@HOME@"

  depends_on macos: ">= :ventura"

  app "Daily Papers Reader.app"
  binary "#{appdir}/Daily Papers Reader.app/Contents/MacOS/daily-papers"

  # Settings and marks stay; `daily-papers reset` removes all but the marks.
  zap trash: "~/Library/Caches/daily-papers-reader"
end
